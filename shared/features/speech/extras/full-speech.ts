// The rows for a voice that knows characters alone, in a script of their own: system voices never need them. Not the rows themselves.
export { FULL } from '../../../speech/text/full';
export { PLAIN_READINGS } from '../../../speech/text/plain-readings';
