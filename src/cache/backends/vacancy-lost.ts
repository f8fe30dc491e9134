/**
 * The fill stored nothing, and surely so: its vacancy had run out of time, or a set, a delete or the loss of the
 * store had come before it.
 */
export class VacancyLost extends Error {
  override readonly name = 'VacancyLost';

  constructor() {
    super('the vacancy was lost before it was filled');
  }
}
