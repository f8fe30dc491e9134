import type * as ast from './ast.ts';

/** Every type name in a declaration, in order. */
export function namesInDecl(decl: ast.TypeDecl | ast.FuncDecl | ast.ResourceFunc): ast.Ident[] {
  const names: ast.Ident[] = [];
  everyNameInDecl(decl, (name) => names.push(name) > 0);
  return names;
}

/** Every type name in the parameters and result of a function, in order. */
export function namesInFunc(func: ast.Func): ast.Ident[] {
  const names: ast.Ident[] = [];
  everyNameInFunc(func, (name) => names.push(name) > 0);
  return names;
}

type Test = (name: ast.Ident) => boolean;

/** Whether all type names in a declaration pass a test, in order until one does not. */
export function everyNameInDecl(decl: ast.TypeDecl | ast.FuncDecl | ast.ResourceFunc, test: Test): boolean {
  if ('func' in decl) return everyNameInFunc(decl.func, test);
  switch (decl.kind) {
    case 'type':
      return everyName(decl.type, test);
    case 'record':
    case 'variant':
      for (const { type } of decl.members) if (!everyName(type, test)) return false;
      return true;
    case 'resource':
      return decl.funcs.every(({ func }) => everyNameInFunc(func, test));
    default:
      return true;
  }
}

function everyNameInFunc({ params, result }: ast.Func, test: Test): boolean {
  for (const { type } of params) if (!everyName(type, test)) return false;
  return everyName(result, test);
}

function everyName(type: ast.Type | undefined, test: Test): boolean {
  switch (type?.kind) {
    case 'name':
      return test(type);
    case 'own':
    case 'borrow':
      return test(type.resource);
    case 'list':
      return everyName(type.element, test);
    case 'map':
      return everyName(type.key, test) && everyName(type.value, test);
    case 'tuple':
      for (const inner of type.types) if (!everyName(inner, test)) return false;
      return true;
    case 'result':
      return everyName(type.ok, test) && everyName(type.err, test);
    case 'option':
    case 'future':
    case 'stream':
      return everyName(type.type, test);
    default:
      return true;
  }
}
