// Gives lines, letters, words and paragraphs more room; never less than the page gives.
// Not for how elements are found, measured and given room (typography/).
import type { FeatureContext } from '../../feature';
import { createTypography } from '../../typography/typography';
import type { spacingDescriptor } from './descriptor';
import { spaceProperties, SPACES, spacingPlan } from './plan';

/** @param context the aid's own */
export async function start(context: FeatureContext<typeof spacingDescriptor.settings>): Promise<void> {
  context.takeOnAll();
  const typography = createTypography(context, spacingPlan);
  await typography.measure();
  context.settings.watch(({ spacing }) => {
    if (spacing !== 'page') typography.apply(spaceProperties(SPACES[spacing]), 1);
  });
}
