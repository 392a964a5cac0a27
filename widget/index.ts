// The widget beyond the loader: fetched at first use, or when the reader left the assist on.
import { provide } from '../shared/packs/registry';
import { createProduct } from '../shared/product';
import { createWidgetHost } from './host';
import type { Handover, Main } from './loader';

const main: Main = {
  async start(handover: Handover) {
    const { rules, version } = handover;
    const host = createWidgetHost(window, handover);
    const product = createProduct({ document, host, rules, version, signal: new AbortController().signal });
    await product.begin();
    return product;
  },
};

provide('mingdu-main', main);
