import { useEffect } from 'preact/hooks';
import { Canvas } from './Canvas.jsx';
import { Choice } from './Choice.jsx';
import { Details } from './Details.jsx';
import { enlarged } from './enlarged.js';
import { t } from '../texts/texts.js';

export function DiagramSection() {
  const large = enlarged.value;
  useEffect(() => {
    if (!large) {
      return undefined;
    }
    const leave = ({ key, defaultPrevented }) => {
      if (key === 'Escape' && !defaultPrevented && !document.querySelector('dialog[open]')) {
        enlarged.value = false;
      }
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [large]);
  return (
    <section class="panel diagram" aria-labelledby="diagram-title">
      <div class="panel-head">
        <h2 id="diagram-title">{t('diagram.title')}</h2>
        <Choice />
      </div>
      <Canvas />
      <Details />
    </section>
  );
}
