import type * as ast from './ast.ts';

/** Every type name in a declaration, in order. */
export function* namesInDecl(decl: ast.TypeDecl | ast.FuncDecl | ast.ResourceFunc): Iterable<ast.Ident> {
  if ('func' in decl) yield* namesInFunc(decl.func);
  else if (decl.kind === 'type') yield* namesInType(decl.type);
  else if (decl.kind === 'record' || decl.kind === 'variant') {
    for (const { type } of decl.members) if (type) yield* namesInType(type);
  } else if (decl.kind === 'resource') for (const func of decl.funcs) yield* namesInFunc(func.func);
}

/** Every type name in the parameters and result of a function, in order. */
export function* namesInFunc({ params, result }: ast.Func): Iterable<ast.Ident> {
  for (const { type } of params) yield* namesInType(type);
  if (result) yield* namesInType(result);
}

/** Every name in a type expression, in order. */
export function* namesInType(type: ast.Type): Iterable<ast.Ident> {
  switch (type.kind) {
    case 'name':
      yield type.name;
      break;
    case 'own':
    case 'borrow':
      yield type.resource;
      break;
    case 'list':
      yield* namesInType(type.element);
      break;
    case 'map':
      yield* namesInType(type.key);
      yield* namesInType(type.value);
      break;
    case 'tuple':
      for (const inner of type.types) yield* namesInType(inner);
      break;
    case 'result':
      if (type.ok) yield* namesInType(type.ok);
      if (type.err) yield* namesInType(type.err);
      break;
    case 'option':
      yield* namesInType(type.type);
      break;
    case 'future':
    case 'stream':
      if (type.type) yield* namesInType(type.type);
      break;
  }
}
