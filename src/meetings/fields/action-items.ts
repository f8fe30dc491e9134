import type { ActionItem, Turn } from '../meeting.ts';
import type { Notes } from '../notes.ts';
export function actionItems(_notes: Notes, _turns: readonly Turn[]): ActionItem[] {
  return [];
}
