// The text in an element by the browser's own getter. Not for what may stand in a text's place (annotated-text.ts).

const getter = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')?.get;

/** What `textContent` says, also of a form: a field of its that bears that name stands in its place. */
export const textIn = (node: Node): string => (getter?.call(node) as string | null) ?? '';
