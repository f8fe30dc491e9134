import { groupContent } from './command-group.ts';

/** The releases of the group's packages that have an interface, by its name without a version. */
export async function knownReleases(
  values: Parameters<typeof groupContent>[0],
): Promise<(face: string) => string[]> {
  const { packages } = await groupContent(values);
  return (face) =>
    packages.flatMap(({ name, version, interfaces }) =>
      version !== undefined && interfaces.some((one) => one.named && `${name}/${one.name}` === face)
        ? [`${name}@${version}`]
        : [],
    );
}
