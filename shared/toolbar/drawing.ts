// The toolbar's Preact, as it is lent to scripts that have none of their own: the panel 更多 and the panels of aids. Not for drawing itself.
import { render } from 'preact';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';

export const lentPreact = { render, Fragment, jsx, jsxs };
