import type { Comparison } from '../../wit/index.ts';

/** What a step from one version to another asks of those who use it, in Markdown's code marks. */
export interface ToDo {
  guests: string;
  hosts: string;
}

/** What to do about a step, told from what it breaks for components and for hosts that are built already. */
export function whatToDo(
  old: string,
  now: string,
  { guest, host }: Record<'guest' | 'host', Comparison>,
): ToDo {
  return { guests: forGuests(old, now, guest), hosts: forHosts(old, now, guest, host) };
}

function forGuests(old: string, now: string, { verdict, findings, renamed }: Comparison): string {
  const breaking = count(findings, 'breaking');
  if (verdict === 'breaking') {
    const map = renamed.length > 0 ? ', take the new names from the map below' : '';
    return `Build your component again with ${now}${map}, and look at what breaks (${breaking}). Until then it needs a host that offers ${old}.`;
  }
  const source = count(findings, 'source');
  const again =
    source > 0
      ? ` To build it again with ${now}, change its source where that is said below (${source}).`
      : ` Build it again with ${now} only to use what is new.`;
  return `Nothing: a component that was built with ${old} runs on hosts that offer ${now}.${again}`;
}

function forHosts(old: string, now: string, guest: Comparison, host: Comparison): string {
  const offer =
    host.verdict === 'breaking'
      ? `Offer ${now} to run components that were built with it.`
      : `Nothing: a host that offers ${old} runs components that were built with ${now} too.`;
  const keep =
    guest.verdict === 'breaking'
      ? `Go on offering ${old} beside it for as long as components that were built with it are to run.`
      : `Components that were built with ${old} run on ${now} too, so nothing has to be offered twice.`;
  return `${offer} ${keep}`;
}

function count(findings: Comparison['findings'], severity: string): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
