// @vitest-environment node
// The table of policies: what each needs so that Mingdu's files may run, from the site itself and from elsewhere.
import { describe, expect, it } from 'vitest';
import { policyNeeds, policyProblems } from '../../../scripts/check/rules/policy';
import type { PageFacts } from '../../../scripts/check/types';

const PAGE = 'https://www.example.gov.cn/news/1.html';
const FILES = 'https://files.example.com.cn';
const header = (value: string) => ({ from: 'header' as const, value });
const meta = (value: string) => ({ from: 'meta' as const, value });
const READY: string[] = [];
const NONCE = ['nonce'];

/** Policy, what it needs with the files on the site, what with the files elsewhere: `READY`, `NONCE`, or lines to paste. */
const POLICIES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['', READY, READY],
  ["script-src 'self'", READY, ["script-src 'self' https://files.example.com.cn"]],
  ["SCRIPT-SRC 'SELF'", READY, ["script-src 'SELF' https://files.example.com.cn"]],
  ["default-src 'self'", READY, ["script-src 'self' https://files.example.com.cn"]],
  ["default-src 'none'", ["script-src 'self'"], ['script-src https://files.example.com.cn']],
  ["default-src 'none'; script-src 'self'", READY, ["script-src 'self' https://files.example.com.cn"]],
  ["script-src 'none'", ["script-src 'self'"], ['script-src https://files.example.com.cn']],
  ['script-src', ["script-src 'self'"], ['script-src https://files.example.com.cn']],
  ["style-src 'none'; img-src 'none'; connect-src 'none'", READY, READY],
  ["script-src 'self'; script-src 'none'", READY, ["script-src 'self' https://files.example.com.cn"]],
  ["script-src 'none'; script-src 'self'", ["script-src 'self'"], ['script-src https://files.example.com.cn']],
  ["script-src *; script-src-elem 'none'", ["script-src-elem 'self'"], ['script-src-elem https://files.example.com.cn']],
  ["script-src 'none'; script-src-elem 'self'", READY, ["script-src-elem 'self' https://files.example.com.cn"]],
  ["script-src 'none'; script-src-attr 'self'", ["script-src 'self'"], ['script-src https://files.example.com.cn']],
  ["default-src 'none'; script-src-elem https:", READY, READY],
  ['script-src *', READY, READY],
  ['script-src https:', READY, READY],
  ['script-src http:', READY, READY],
  ['script-src data: blob:', ["script-src data: blob: 'self'"], ['script-src data: blob: https://files.example.com.cn']],
  ['script-src files.example.com.cn', ["script-src files.example.com.cn 'self'"], READY],
  ['script-src *.example.com.cn', ["script-src *.example.com.cn 'self'"], READY],
  ['script-src *.files.example.com.cn', ["script-src *.files.example.com.cn 'self'"], ['script-src *.files.example.com.cn https://files.example.com.cn']],
  ['script-src *.example.gov.cn', READY, ['script-src *.example.gov.cn https://files.example.com.cn']],
  ['script-src WWW.EXAMPLE.GOV.CN', READY, ['script-src WWW.EXAMPLE.GOV.CN https://files.example.com.cn']],
  ['script-src www.example.gov.cn:8443', ["script-src www.example.gov.cn:8443 'self'"], ['script-src www.example.gov.cn:8443 https://files.example.com.cn']],
  ['script-src www.example.gov.cn:*', READY, ['script-src www.example.gov.cn:* https://files.example.com.cn']],
  ['script-src http://www.example.gov.cn:80', READY, ['script-src http://www.example.gov.cn:80 https://files.example.com.cn']],
  ['script-src https://www.example.gov.cn/mingdu/', READY, ['script-src https://www.example.gov.cn/mingdu/ https://files.example.com.cn']],
  ['script-src https://www.example.gov.cn/mingdu', ["script-src https://www.example.gov.cn/mingdu 'self'"], ['script-src https://www.example.gov.cn/mingdu https://files.example.com.cn']],
  // The loader alone is not enough: it fetches the rest.
  ['script-src https://www.example.gov.cn/mingdu/mingdu.js', ["script-src https://www.example.gov.cn/mingdu/mingdu.js 'self'"], ['script-src https://www.example.gov.cn/mingdu/mingdu.js https://files.example.com.cn']],
  ['script-src https://www.example.gov.cn/js/', ["script-src https://www.example.gov.cn/js/ 'self'"], ['script-src https://www.example.gov.cn/js/ https://files.example.com.cn']],
  ["script-src 'unsafe-inline' 'unsafe-eval'", ["script-src 'unsafe-inline' 'unsafe-eval' 'self'"], ["script-src 'unsafe-inline' 'unsafe-eval' https://files.example.com.cn"]],
  ["script-src 'nonce-q83vEjQ='", NONCE, NONCE],
  ["script-src 'self' 'nonce-q83vEjQ='", READY, NONCE],
  ["script-src 'nonce-q83vEjQ=' 'strict-dynamic' https: 'unsafe-inline'", NONCE, NONCE],
  ["script-src 'strict-dynamic' 'self' https:", ["script-src 'strict-dynamic' 'self' https: 'nonce-…'"], ["script-src 'strict-dynamic' 'self' https: 'nonce-…'"]],
  ["script-src 'sha256-AAAA'", ["script-src 'sha256-AAAA' 'self'"], ["script-src 'sha256-AAAA' https://files.example.com.cn"]],
  ["script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'", READY, ["script-src 'self' https://files.example.com.cn"]],
  ["script-src 'self', script-src https:", READY, ["script-src 'self' https://files.example.com.cn"]],
  ["script-src 'self', default-src 'none'", ["script-src 'self'"], ["script-src 'self' https://files.example.com.cn", 'script-src https://files.example.com.cn']],
  ["sandbox allow-scripts allow-same-origin; script-src 'self'", READY, ["script-src 'self' https://files.example.com.cn"]],
  ['sandbox allow-forms', ['sandbox allow-forms allow-scripts allow-same-origin'], ['sandbox allow-forms allow-scripts allow-same-origin']],
  ['sandbox ALLOW-SCRIPTS', ['sandbox ALLOW-SCRIPTS allow-same-origin'], ['sandbox ALLOW-SCRIPTS allow-same-origin']],
  ["upgrade-insecure-requests; frame-ancestors 'self'", READY, READY],
  ["\tscript-src\n  'self'  ;;  ; default-src 'none'", READY, ["script-src 'self' https://files.example.com.cn"]],
];

const lines = (value: string, files?: string) => policyNeeds([header(value)], PAGE, files).map(({ kind, line }) => (kind === 'nonce' ? kind : line));

describe('the table of policies', () => {
  it('has thirty and more', () => expect(POLICIES.length).toBeGreaterThanOrEqual(30));
  it.each(POLICIES)('%s', (policy, own, elsewhere) => {
    expect(lines(policy)).toEqual(own);
    expect(lines(policy, FILES)).toEqual(elsewhere);
  });

  it.each(POLICIES)('%s is ready once the line is pasted', (policy, own) => {
    if (own[0] === 'nonce' || policy.includes(',')) return;
    for (const { line, directive, kind } of policyNeeds([header(policy)], PAGE)) {
      if (line.includes('…')) continue;
      const others = policy.split(';').filter((part) => part.trim().split(/\s+/)[0]?.toLowerCase() !== directive);
      expect(lines([...others, line].join(';')), kind).toEqual(READY);
    }
  });
});

describe('policies', () => {
  it('all count, whatever they came by', () => {
    const needs = policyNeeds([header("script-src 'self'"), meta("script-src 'none'"), header('default-src https://cdn.example.com.cn')], PAGE);
    expect(needs.map(({ from, line }) => [from, line])).toEqual([
      ['meta', "script-src 'self'"],
      ['header', "script-src https://cdn.example.com.cn 'self'"],
    ]);
  });

  it('of a meta element hold no list and no sandbox', () => {
    expect(policyNeeds([meta('sandbox')], PAGE)).toEqual([]);
    // A comma is part of a source there, which then matches nothing.
    expect(policyNeeds([meta("script-src 'self', default-src 'none'")], PAGE).map(({ line }) => line)).toEqual(["script-src 'self', default-src 'self'"]);
  });

  it('know an http page, its https twin and other ports', () => {
    const at = (policy: string, page: string, files?: string) => policyNeeds([header(policy)], page, files).length;
    expect(at("script-src 'self'", 'http://www.example.gov.cn/', 'https://www.example.gov.cn')).toBe(0);
    expect(at("script-src 'self'", 'https://www.example.gov.cn/', 'http://www.example.gov.cn')).toBe(1);
    expect(at("script-src 'self'", 'https://www.example.gov.cn/', 'https://www.example.gov.cn:8443')).toBe(1);
    expect(at('script-src www.example.gov.cn', 'https://www.example.gov.cn/', 'http://www.example.gov.cn')).toBe(1);
  });

  it('take the folder of the files from the command line', () => {
    expect(policyNeeds([header('script-src https://files.example.com.cn/a/b/')], PAGE, 'https://files.example.com.cn/a/b')).toEqual([]);
    expect(policyNeeds([header('script-src https://files.example.com.cn/a/c/')], PAGE, 'https://files.example.com.cn/a/b')).toHaveLength(1);
  });

  it('tell the tag that a nonce wants', () => {
    expect(policyNeeds([header("script-src 'nonce-abc'")], PAGE)[0]?.line).toBe('<script async src="/mingdu/mingdu.js" nonce="…"></script>');
    expect(policyNeeds([header("script-src 'nonce-abc'")], PAGE, FILES)[0]?.line).toBe(`<script async src="${FILES}/mingdu/mingdu.js" nonce="…"></script>`);
  });

  it('survive what is no policy', () => {
    for (const value of [';;;', ',', '\0', "script-src '", 'script-src https://%zz/ http://', 'script-src ' + 'x'.repeat(100_000)]) {
      expect(() => policyNeeds([header(value)], PAGE)).not.toThrow();
    }
  });
});

describe('problems of a page', () => {
  const facts = (policies: PageFacts['policies'], mingdu: string | null = null): PageFacts => ({ url: PAGE, title: '', lang: '', charset: '', policies, scripts: [], frames: [], mingdu, zones: {}, articleCharacters: 0 });

  it('are none where it is ready', () => expect(policyProblems(facts([header("default-src 'self'")]))).toEqual([]));

  it('say the line, and the header that another origin has to send', () => {
    expect(policyProblems(facts([header("default-src 'self'")]), FILES).map(({ rule, detail }) => [rule, detail])).toEqual([
      ['policy/script-src', "script-src 'self' https://files.example.com.cn;"],
      ['policy/cors', 'Access-Control-Allow-Origin: https://www.example.gov.cn'],
    ]);
  });

  it('of a saved page name no port of this machine', () => {
    expect(policyProblems({ ...facts([]), url: 'http://localhost:41234/a.html' }, FILES).map(({ detail }) => detail)).toEqual(['Access-Control-Allow-Origin: *']);
  });

  it('ask for no nonce where the tag has brought it', () => {
    const policies = [header("script-src 'nonce-abc'")];
    expect(policyProblems(facts(policies)).map(({ rule }) => rule)).toEqual(['policy/nonce']);
    expect(policyProblems(facts(policies, '0.1.0'))).toEqual([]);
  });
});
