// What scripts/build/in-page.mjs makes: the text of code that runs inside a page.
declare module 'mingdu:in-page/*' {
  export const code: string;
}
