import type { Body } from './body.ts';
import { fail } from './failure.ts';
import type { GuestState } from './guest-state.ts';
import type { OutputStream } from './output-stream.ts';
import { Resource } from './resource.ts';
import { settle } from './wait.ts';

/** The resource `outgoing-value`. Dropped before its body is finished, it is never stored. */
export class OutgoingValue extends Resource {
  /** For `set`, which borrows the value. */
  readonly body: Body;

  constructor(guest: GuestState, body: Body) {
    super(guest);
    this.body = body;
  }

  outgoingValueWriteBodyAsync(): OutputStream {
    const { guest, body } = this;
    try {
      body.open();
    } catch (error) {
      fail(guest, body.describe(error));
    }
    return new guest.classes.OutputStream(guest, body);
  }

  outgoingValueWriteBodySync(value: Uint8Array): void | Promise<void> {
    const { guest, body } = this;
    return settle(
      guest,
      () => body.writeWhole(value),
      (error) => fail(guest, body.describe(error)),
    );
  }

  protected override dropped(): void {
    this.body.abandon();
  }
}
