import { Banners } from './Banners.jsx';
import { DiagramSection } from './diagram/DiagramSection.jsx';
import { enlarged } from './diagram/enlarged.js';
import { FeishuSection } from './feishu/FeishuSection.jsx';
import { News } from './News.jsx';
import { Confirmation } from './parts/Confirmation.jsx';
import { PeopleSection } from './people/PeopleSection.jsx';
import { RateSection } from './rate/RateSection.jsx';
import { TopBar } from './TopBar.jsx';

export function App() {
  return (
    <div class="page">
      <TopBar />
      <Banners />
      <main class={enlarged.value ? 'enlarged' : ''}>
        <DiagramSection />
        <div class="side">
          <PeopleSection />
          <FeishuSection />
        </div>
      </main>
      <RateSection />
      <News />
      <Confirmation />
    </div>
  );
}
