// Before each test file of a mutation run: the mutant counts from the loading of the code on. Stryker 9.6.1 means to do so for what runs only
// then (tables, patterns), but forgets it where test files are named, and every such mutant would live.
import { inject } from 'vitest';

const told = inject as unknown as (name: string) => string;
const globals = globalThis as unknown as Record<string, { activeMutant?: string } | undefined>;
const stryker = globals[told('globalNamespace')];
if (stryker && told('mode') === 'mutant') stryker.activeMutant = told('activeMutant');
