import type * as ast from './ast.ts';

/** Every type name in a declaration, in order. */
export function namesInDecl(decl: ast.TypeDecl | ast.FuncDecl | ast.ResourceFunc): ast.Ident[] {
  const names: ast.Ident[] = [];
  if ('func' in decl) addFunc(decl.func, names);
  else if (decl.kind === 'type') addType(decl.type, names);
  else if (decl.kind === 'record' || decl.kind === 'variant') {
    for (const { type } of decl.members) addType(type, names);
  } else if (decl.kind === 'resource') for (const { func } of decl.funcs) addFunc(func, names);
  return names;
}

/** Every type name in the parameters and result of a function, in order. */
export function namesInFunc(func: ast.Func): ast.Ident[] {
  const names: ast.Ident[] = [];
  addFunc(func, names);
  return names;
}

function addFunc({ params, result }: ast.Func, names: ast.Ident[]): void {
  for (const { type } of params) addType(type, names);
  addType(result, names);
}

function addType(type: ast.Type | undefined, names: ast.Ident[]): void {
  switch (type?.kind) {
    case 'name':
      names.push(type.name);
      break;
    case 'own':
    case 'borrow':
      names.push(type.resource);
      break;
    case 'list':
      addType(type.element, names);
      break;
    case 'map':
      addType(type.key, names);
      addType(type.value, names);
      break;
    case 'tuple':
      for (const inner of type.types) addType(inner, names);
      break;
    case 'result':
      addType(type.ok, names);
      addType(type.err, names);
      break;
    case 'option':
    case 'future':
    case 'stream':
      addType(type.type, names);
      break;
  }
}
