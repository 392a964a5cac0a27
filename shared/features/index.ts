// The list of aids, in the order of the panel. A new aid is a folder and a line here.
import type { FeatureDescriptor } from '../feature';
import { captionDescriptor } from './caption/descriptor';
import { contrastDescriptor } from './contrast/descriptor';
import { cursorDescriptor } from './cursor/descriptor';
import { fieldsDescriptor } from './fields/descriptor';
import { findDescriptor } from './find/descriptor';
import { focusDescriptor } from './focus/descriptor';
import { imageDescriptor } from './image/descriptor';
import { lensDescriptor } from './lens/descriptor';
import { mediaDescriptor } from './media/descriptor';
import { pinyinDescriptor } from './pinyin/descriptor';
import { pointerDescriptor } from './pointer/descriptor';
import { readingLineDescriptor } from './reading-line/descriptor';
import { spacingDescriptor } from './spacing/descriptor';
import { speechDescriptor } from './speech/descriptor';
import { stillDescriptor } from './still/descriptor';
import { textSizeDescriptor } from './text-size/descriptor';
import { viewDescriptor } from './view/descriptor';

export const FEATURES: readonly FeatureDescriptor[] = [
  textSizeDescriptor,
  spacingDescriptor,
  contrastDescriptor,
  readingLineDescriptor,
  pointerDescriptor,
  focusDescriptor,
  stillDescriptor,
  lensDescriptor,
  imageDescriptor,
  speechDescriptor,
  captionDescriptor,
  pinyinDescriptor,
  viewDescriptor,
  cursorDescriptor,
  findDescriptor,
  fieldsDescriptor,
  mediaDescriptor,
];
