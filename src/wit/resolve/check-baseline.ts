import type { Problem } from '../../problem.ts';
import { type Report, reporter } from '../report.ts';
import type * as ast from '../syntax/ast.ts';
import {
  admits,
  type Baseline,
  COMPONENT_FEATURES,
  type ComponentFeature,
  type FeatureId,
} from './component-features.ts';

/** Reports what a file says that a release of WASI may not use, with the decision that admitted it later. */
export function checkBaseline(file: ast.Ast, baseline: Baseline): Problem[] {
  const problems: Problem[] = [];
  new BaselineCheck(reporter(file.source, problems), baseline).items(file.items);
  return problems;
}

type AnyItem = ast.TopLevelItem | ast.InterfaceItem | ast.WorldItem;

class BaselineCheck {
  readonly #report: Report;
  readonly #baseline: Baseline;

  constructor(report: Report, baseline: Baseline) {
    this.#report = report;
    this.#baseline = baseline;
  }

  items(items: readonly AnyItem[]): void {
    for (const item of items) this.#item(item);
  }

  #item(item: AnyItem): void {
    for (const attribute of item.attributes) {
      if (attribute.kind === 'external-id') this.#use('external-id', attribute);
    }
    switch (item.kind) {
      case 'package':
      case 'interface':
      case 'world':
        this.items(item.items);
        break;
      case 'func':
        this.#func(item.func);
        break;
      case 'type':
        this.#type(item.type);
        break;
      case 'record':
      case 'variant':
        for (const { type } of item.members) this.#type(type);
        break;
      case 'resource':
        for (const func of item.funcs) {
          for (const attribute of func.attributes) {
            if (attribute.kind === 'external-id') this.#use('external-id', attribute);
          }
          this.#func(func.func);
        }
        break;
      case 'import':
      case 'export': {
        const { what } = item;
        if (what.kind === 'named-path') this.#use('implements', what.name);
        else if (what.kind === 'func') this.#func(what.func);
        else if (what.kind === 'interface') this.items(what.items);
      }
    }
  }

  #func({ async: isAsync, params, result, start }: ast.Func): void {
    if (isAsync) this.#use('async', { start, end: start + 'async'.length });
    for (const { type } of params) this.#type(type);
    this.#type(result);
  }

  #type(type: ast.Type | undefined): void {
    switch (type?.kind) {
      case 'primitive':
        if (type.name === 'error-context') this.#use('error-context', type);
        break;
      case 'list':
        if (type.size !== undefined) this.#use('fixed-length-list', type);
        this.#type(type.element);
        break;
      case 'map':
        this.#use('map', type);
        this.#type(type.key);
        this.#type(type.value);
        break;
      case 'tuple':
        for (const inner of type.types) this.#type(inner);
        break;
      case 'result':
        this.#type(type.ok);
        this.#type(type.err);
        break;
      case 'option':
        this.#type(type.type);
        break;
      case 'future':
      case 'stream':
        this.#use(type.kind, type);
        this.#type(type.type);
    }
  }

  #use(id: FeatureId, range: ast.Range): void {
    if (admits(this.#baseline, id)) return;
    const { name, since, decision, source }: ComponentFeature = COMPONENT_FEATURES[id];
    const from = since === null ? 'no release of WASI may use them' : `they may be used from ${since} on`;
    const message = `${name} are not in ${this.#baseline}: ${from}, ${decision}`;
    this.#report(
      'beyond-baseline',
      range,
      message,
      source === undefined ? {} : { hint: `decided in ${source}` },
    );
  }
}
