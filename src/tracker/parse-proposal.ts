import type { Parsed, SourceFile } from '../problem.ts';
import type {
  Authored,
  Dependency,
  OpenQuestion,
  PortabilityCriteria,
  Proposal,
  WitVersion,
} from './model.ts';
import { readYaml } from './yaml/document.ts';
import { evidence, id, packageName, url, witAddress } from './yaml/parts.ts';
import { day, flag, list, mapped, oneOf, optional, record, required, text, whole } from './yaml/shape.ts';

const dependency = record<Dependency>({
  release: optional(id),
  proposal: required(id),
  from: optional(day),
  until: optional(day),
});

const portability = record<PortabilityCriteria>({
  text: required(text()),
  from: optional(day),
  until: optional(day),
  implementations: optional(whole(0, 20), 2),
  platforms: optional(list(oneOf('windows', 'macos', 'linux')), []),
  production: optional(flag, false),
});

const version = record<WitVersion>({
  version: required(text(/^\d+\.\d+\.\d+/, 'a version like 0.1.0')),
  published: required(day),
  source: optional(url),
  registry: optional(text()),
});

const question = record<OpenQuestion>({
  text: required(text()),
  asked: required(day),
  answered: optional(day),
  evidence: optional(evidence, []),
});

const proposal = record<Proposal>({
  id: required(id),
  title: required(text()),
  summary: required(text()),
  champions: optional(list(text()), []),
  partOf: optional(id),
  package: optional(packageName),
  repository: optional(url),
  dependsOn: optional(list(dependency)),
  worlds: optional(list(witAddress), []),
  portability: optional(list(portability), []),
  versions: optional(
    mapped(list(version), (versions) => versions.toSorted((a, b) => (a.published < b.published ? -1 : 1))),
    [],
  ),
  questions: optional(list(question), []),
});

/** Reads `content/proposals/<id>.yml`. */
export function parseProposal(file: SourceFile): Parsed<Authored<Proposal> | null> {
  return readYaml(file, proposal);
}
