// For a script that draws into another script's Preact: JSX compiles to functions that are handed in by `use`, and no Preact is bundled.
// Two copies would both work, but the second weighs five kilobytes and has state of its own.

/** @param {RegExp} sourcefile the entries that borrow; others are left alone */
export function borrowedJsx(sourcefile) {
  return {
    name: 'borrowed-jsx',
    setup(api) {
      if (!sourcefile.test(api.initialOptions.stdin?.sourcefile ?? '')) return;
      api.onResolve({ filter: /^preact\/jsx-runtime$/ }, ({ path }) => ({ path, namespace: 'borrowed-jsx' }));
      api.onLoad({ filter: /.*/, namespace: 'borrowed-jsx' }, () => ({
        // Live bindings: the components look them up when they draw.
        contents: 'export let jsx, jsxs, Fragment; export function use(runtime) { ({ jsx, jsxs, Fragment } = runtime); }',
      }));
    },
  };
}
