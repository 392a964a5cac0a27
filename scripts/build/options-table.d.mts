// Types of options-table.mjs for the tests.
import type { SiteOption } from '../../widget/options';

export declare function optionsTable(options: readonly SiteOption[], language: 'zh' | 'en'): string;
