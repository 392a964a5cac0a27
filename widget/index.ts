// The widget beyond the loader: fetched at first use, or when the reader left the assist on.
import { VERSION } from 'mingdu:rules';
import { provide } from '../shared/packs/registry';
import { createProduct } from '../shared/product';
import type { Config } from './config';
import { createWidgetHost } from './host';
import type { Main } from './loader';

const main: Main = {
  async start(config: Config, uncover: () => void) {
    const host = createWidgetHost(window, config, VERSION, uncover);
    const product = createProduct({ document, host, version: VERSION, signal: new AbortController().signal });
    await product.begin();
    return product;
  },
};

provide('mingdu-main', main);
