// A field as lens and caption name it, for 指读: fetched with the first field that is pointed at. Not for its role (../roles.ts), nor for finding
// the name (page/field.ts).
import { factsOf } from '../../../page/field';
import { requiredWord } from '../../../page/field-words';

/** The voice speaks Mandarin, whatever the interface speaks. */
const SPOKEN = 'zh-CN';

/** @returns the name, with that of its group; '' where the page gives none. And the word for a field that must be filled, else '' */
export function fieldSaid(field: Element): { readonly name: string; readonly required: string } {
  const { group, label, isRequired } = factsOf(field);
  return { name: [group, label].filter((part) => part !== '').join('，'), required: isRequired ? requiredWord(SPOKEN) : '' };
}
