import type { Problem } from '../../problem.ts';
import { type Content, errorAt } from './content.ts';

/** A proposal or set is named after its file, and no id is used twice. */
export function uniqueIds(content: Content): Problem[] {
  const named = [...content.proposals, ...content.criteria].flatMap((file) => {
    const stem = file.path.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
    return stem === file.value.id
      ? []
      : [
          errorAt(
            file,
            'id',
            'file-name',
            `expected the id "${stem}", after the file's name, found "${file.value.id}"`,
          ),
        ];
  });
  const twice = content.criteria.flatMap((file) => {
    const ids = file.value.criteria.map(({ id }) => id);
    return ids.flatMap((id, i) =>
      ids.indexOf(id) === i
        ? []
        : [
            errorAt(
              file,
              `criteria.${i}.id`,
              'duplicate-id',
              `expected an id of its own, found "${id}" again`,
            ),
          ],
    );
  });
  return [...named, ...twice];
}
