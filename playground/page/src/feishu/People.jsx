import { inLanguage, t } from '../texts/texts.js';

/** Who is in the tenant: forms take only their e-mail addresses. */
export const People = ({ people }) => (
  <div class="directory">
    <h3>{t('people.directory')}</h3>
    <p class="quiet">{t('people.directoryHint')}</p>
    <ul class="plain">
      {people.map(({ name, email, resigned }) => (
        <li key={email}>
          <span class="person">{inLanguage(name)}</span> <code class="copied">{email}</code>
          {resigned && <span class="state bad">{t('people.resigned')}</span>}
        </li>
      ))}
    </ul>
  </div>
);
