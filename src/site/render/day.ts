const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2023-07-13` as people write it: 13 July 2023. Anything else comes back as it is. */
export function longDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(date)} ${name} ${year}` : day;
}

/** `2023-07-13` where space is short: 13 Jul 2023. */
export function shortDay(day: string): string {
  return longDay(day).replace(/ (\p{L}{3})\p{L}* /u, ' $1 ');
}
