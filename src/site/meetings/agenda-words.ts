import { daysBetween } from '../tracker/days-between.ts';

/** What is said of a meeting of which there is only the agenda: it is to come, or its notes are missing. */
export function agendaWords(date: string, today: string): string {
  if (date === '' || date > today) return date === '' ? 'Agenda only' : 'Upcoming';
  if (date === today) return 'Today';
  return `Notes missing for ${daysWords(daysBetween(date, today))}`;
}

/** `1 day`, `12 days`. */
export function daysWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
