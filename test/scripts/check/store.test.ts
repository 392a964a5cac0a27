// @vitest-environment node
// Rows on the disk: whole after whatever happened, gone on with by the same run alone.
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseArguments, type CheckOptions } from '../../../scripts/check/command/arguments';
import { UsageError } from '../../../scripts/check/command/usage';
import { fewOfEach } from '../../../scripts/check/look/aid';
import { policiesOf, seenOf, textsOf } from '../../../scripts/check/look/facts';
import { failureOf, PageFailure } from '../../../scripts/check/look/failure';
import { pictureFile } from '../../../scripts/check/look/pictures';
import { appendRow, dropFailed, mendRows, readRows } from '../../../scripts/check/store/rows';
import { openRun } from '../../../scripts/check/store/run-file';
import type { PageRow } from '../../../scripts/check/types';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-rows-'));
});
afterEach(() => rm(folder, { recursive: true }));

const row = (address: string, state: PageRow['state'] = 'checked', detail = ''): PageRow => ({ address, state, aids: [], problems: [{ rule: 'x', duty: 'owner', weight: 'barrier', count: 1, places: [], detail }], pictures: [], ms: 1 });

async function addresses(): Promise<string[]> {
  const found: string[] = [];
  for await (const { address } of readRows(folder)) found.push(address);
  return found;
}

const options = (...words: string[]): CheckOptions => {
  const call = parseArguments(['check', 'x', '--out', folder, ...words]);
  if (call.run !== 'check') throw new Error(call.run);
  return call.options;
};

function opened(...words: string[]): string {
  try {
    openRun(options(...words), '/site', '1.0.0');
    return 'opened';
  } catch (error) {
    if (error instanceof UsageError) return `${error.kind}: ${error.detail}`;
    throw error;
  }
}

describe('rows', () => {
  it('are none before the first', async () => {
    mendRows(folder);
    expect(await addresses()).toEqual([]);
  });

  it('lose a last line that is half, however long, and keep the others', async () => {
    appendRow(folder, row('一.html', 'checked', '长'.repeat(100_000)));
    appendRow(folder, row('2.html'));
    await appendFile(join(folder, 'rows.jsonl'), JSON.stringify(row('3.html', 'checked', '半'.repeat(100_000))).slice(0, -5));
    mendRows(folder);
    expect(await addresses()).toEqual(['一.html', '2.html']);
    appendRow(folder, row('3.html'));
    mendRows(folder);
    expect(await addresses()).toEqual(['一.html', '2.html', '3.html']);
  });

  it('are none where the first was half', async () => {
    await writeFile(join(folder, 'rows.jsonl'), '{"address":"1.html');
    mendRows(folder);
    expect(await readFile(join(folder, 'rows.jsonl'), 'utf8')).toBe('');
  });

  it('that failed are taken out to be tried again; broken lines are passed by', async () => {
    appendRow(folder, row('1.html'));
    appendRow(folder, row('2.html', 'failed'));
    await appendFile(join(folder, 'rows.jsonl'), 'not json\nnull\n[]\n');
    appendRow(folder, row('3.html'));
    await dropFailed(folder);
    expect(await addresses()).toEqual(['1.html', '3.html']);
    expect(await readdir(folder)).toEqual(['rows.jsonl']);
  });
});

describe('rows of another hand', () => {
  it('do not keep a run from going on', async () => {
    await writeFile(join(folder, 'rows.jsonl'), '{"address":"1.html","state":"checked","problems":"none"}\n{"address":"2.html","state":"checked"}\n{"address":3,"state":"checked","problems":[]}\n');
    let unreadable = 0;
    const found: PageRow[] = [];
    for await (const { row: one } of readRows(folder, () => void (unreadable += 1))) found.push(one);
    expect(found.map(({ address, problems }) => [address, problems])).toEqual([['1.html', []], ['2.html', []]]);
    expect(unreadable).toBe(1);
  });

  it('keep their addresses as the list of pages has them, and come once', async () => {
    const long = `http://a.example/${'a'.repeat(3_000)}`;
    for (const address of ['a  b.html', `${long}1`, `${long}2`, 'a  b.html']) appendRow(folder, row(address));
    expect(await addresses()).toEqual(['a  b.html', `${long}1`, `${long}2`]);
    await dropFailed(folder);
    expect(await addresses()).toEqual(['a  b.html', `${long}1`, `${long}2`]);
  });
});

describe('a run', () => {
  it('does not begin in a file, or below one', async () => {
    const file = join(folder, 'notes.txt');
    await writeFile(file, 'mine');
    expect(opened('--out', file)).toBe(`notOurs: ${file}`);
    const below = join(file, 'out');
    expect(opened('--out', below)).toMatch(new RegExp(`^noFolder: ${below} \\(E[A-Z]+\\)$`));
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('goes on with the same options, and names those that differ', () => {
    expect(opened()).toBe('opened');
    appendRow(folder, row('1.html'));
    expect(opened('--timeout', '50', '--verbose', '--lang', 'en', '--fail-on', 'never')).toBe('opened');
    expect(opened('--phone', '--aids', 'none')).toMatch(/^otherOptions: --aids: textSize=200.* → none; --phone: false → true$/);
  });

  it('begun anew takes away what is ours and nothing else', async () => {
    opened();
    appendRow(folder, row('1.html'));
    await mkdir(join(folder, 'pictures'));
    await writeFile(join(folder, 'pictures', '0001-page.jpg'), '');
    await writeFile(join(folder, 'thesis.txt'), '');
    expect(opened('--again', '--phone')).toBe('opened');
    expect((await readdir(folder)).sort()).toEqual(['run.json', 'thesis.txt']);
  });

  it('does not touch a folder that is not ours, anew or not', async () => {
    await mkdir(join(folder, 'pages'));
    await writeFile(join(folder, 'pages', 'home.html'), '');
    expect(opened()).toBe(`notOurs: ${folder}`);
    expect(opened('--again')).toBe(`notOurs: ${folder}`);
    await writeFile(join(folder, 'run.json'), '{"target":');
    expect(opened('--again')).toBe(`notOurs: ${folder}`);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(['pages', join('pages', 'home.html'), 'run.json']);
  });

  it('begins in a folder that is there and empty, but for hidden files', async () => {
    await writeFile(join(folder, '.keep'), '');
    expect(opened()).toBe('opened');
  });
});

describe('what goes into a row', () => {
  it('is so much of each kind and no more', () => {
    const finding = (kind: string, at: number) => ({ kind, text: '', detail: String(at), selector: '' });
    const few = fewOfEach([...Array.from({ length: 50 }, (_, at) => finding('clipped', at)), ...Array.from({ length: 40 }, (_, at) => finding('lost', at))]);
    expect(few).toHaveLength(80);
    expect(few[39]?.detail).toBe('39 (+10)');
    expect(few[79]?.detail).toBe('39');
  });

  it('has pictures of its own, wherever the page stands in the list', () => {
    const files = ['a.html', 'b.html', 'http://a.example/'].map((address) => pictureFile(address, 'page'));
    expect(new Set(files).size).toBe(3);
    for (const file of files) expect(file).toMatch(/^pictures\/[\da-f]{12}-page\.jpg$/);
  });

  it('is of its kind, whatever a page has answered', () => {
    expect(textsOf(null)).toEqual([]);
    expect(textsOf(['a', 7, null, 'b'])).toEqual(['a', 'b']);
    const nothing = { title: '', lang: '', charset: '', policies: [], scripts: [], frames: [], zones: {}, articleCharacters: 0 };
    for (const answer of [undefined, null, 'x', 7, { title: {}, policies: 'x', scripts: [7], zones: null, articleCharacters: 'many' }]) expect(seenOf(answer)).toEqual(nothing);
  });

  it('has one row for each policy', () => {
    expect(policiesOf(undefined)).toEqual([]);
    expect(policiesOf("default-src 'self', script-src 'none'\nimg-src *")).toEqual(["default-src 'self'", "script-src 'none'", 'img-src *']);
  });

  it.each([
    [new Error('net::ERR_NAME_NOT_RESOLVED at http://x/'), 'name'],
    [new Error('net::ERR_CONNECTION_RESET at http://x/'), 'unreachable'],
    [new Error('net::ERR_CERT_DATE_INVALID at https://x/'), 'certificate'],
    [new Error('net::ERR_TOO_MANY_REDIRECTS'), 'redirects'],
    [new Error('Navigation timeout of 30000 ms exceeded'), 'noEnd'],
    [new Error('Protocol error (Runtime.callFunctionOn): Target closed'), 'crashed'],
    [new Error('Execution context was destroyed, most likely because of a navigation.'), 'moves'],
    [new PageFailure('dialogs'), 'dialogs'],
    ['odd', 'other'],
  ])('%s is a failure of a kind', (error, kind) => {
    expect(failureOf(error).kind).toBe(kind);
  });
});
