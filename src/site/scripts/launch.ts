import { launchSummary } from '../render/launch.ts';
import { dateSlider } from './date-slider.ts';
import { trackerClient } from './tracker-client.ts';

/** The launch page: its summary on any day. */
const root = document.querySelector<HTMLElement>('[data-launch]');
const slider = root?.querySelector<HTMLElement>('[data-date-slider]');
const summary = root?.querySelector<HTMLElement>('[data-launch-summary]');

if (slider && summary) {
  let asked = '';
  dateSlider(slider, async (day) => {
    asked = day;
    const { data, statusOn, minutes, href } = await trackerClient();
    if (day === asked)
      summary.innerHTML = String(launchSummary(statusOn(day), data.input, { minutes, href }));
  });
}
