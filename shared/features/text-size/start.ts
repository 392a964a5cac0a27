// Lets the page's text grow in place: every text's own size is written down, and one custom property multiplies it.
// Not for how elements are found, measured and given room (typography/).
import type { FeatureContext } from '../../feature';
import { PROPERTY_PREFIX } from '../../dom/marker';
import { createTypography } from '../../typography/typography';
import type { textSizeDescriptor } from './descriptor';
import { sizePlan } from './plan';

/** @param context the aid's own; its settings are a percentage */
export async function start(context: FeatureContext<typeof textSizeDescriptor.settings>): Promise<void> {
  context.takeOnAll();
  const typography = createTypography(context, sizePlan);
  await typography.measure();
  context.settings.watch(({ textSize }) => {
    // At 100 the aid is about to be stopped, which gives everything back: no need to lay the page out for it first.
    if (textSize === 100) return;
    const factor = textSize / 100;
    typography.apply(`:root{${PROPERTY_PREFIX}size:${factor}!important}`, factor);
  });
}
