// What is kept, what is sent, whose work it is: texts alone.
import type { PartProps } from './sections';

const PRIVACY = ['privacy-kept', 'privacy-sent', 'privacy-voice', 'privacy-clear'];
/** Made by the build beside the manifest. */
const NOTICES = '/NOTICES.txt';

export function Privacy({ say }: PartProps) {
  return (
    <ul>
      {PRIVACY.map((key) => (
        <li key={key}>{say(key)}</li>
      ))}
    </ul>
  );
}

export function About({ say, version }: PartProps) {
  return (
    <>
      <p>
        {say('toolbar.name')} {say('version', { n: version })}
      </p>
      <p>{say('claim')}</p>
      <p>
        {say('licence')}{' '}
        <a href={NOTICES}>{say('notices')}</a>
      </p>
    </>
  );
}
