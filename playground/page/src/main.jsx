import { render } from 'preact';
import { App } from './App.jsx';
import { chooseLanguage } from './texts/texts.js';
import { follow } from './selection.js';
import './styles/page.css';
import './styles/controls.css';
import './styles/tabs-and-switches.css';
import './styles/diagram.css';
import './styles/details.css';
import './styles/people.css';
import './styles/feishu.css';
import './styles/rate.css';
import './styles/narrow.css';

chooseLanguage();
render(<App />, document.getElementById('page'));
follow();
