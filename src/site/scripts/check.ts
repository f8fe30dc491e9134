// The page that checks somebody's file: what reads WIT and binaries is loaded once there is something to read.
import { packText, unpackText } from '../../packed-text.ts';
import type { GivenFile } from '../../wit/index.ts';

/** A file above this is not read: no component that people write by hand, and no WIT, comes near it. */
const LARGEST = 64 * 1024 * 1024;
/** How much text fits into a link. */
const LONGEST_LINK = 8000;

const form = document.querySelector<HTMLFormElement>('[data-check]');
const text = form?.querySelector('textarea');
const status = form?.querySelector<HTMLElement>('[data-check-status]');
const result = document.querySelector<HTMLElement>('[data-check-result]');

if (form && text && status && result) {
  const root = (form.dataset.root ?? '/').replace(/\/$/, '');
  /** Of several checks that were asked for, only the last one is shown. */
  let latest = 0;

  const show = async (files: readonly GivenFile[]) => {
    const turn = ++latest;
    const tooLarge = files.find(({ bytes }) => bytes.length > LARGEST);
    if (files.length === 0 || tooLarge) {
      result.replaceChildren();
      status.textContent = tooLarge
        ? `${tooLarge.path} is larger than ${LARGEST / 1024 / 1024} MB and was not read.`
        : 'Nothing to check: paste WIT, or choose a file.';
      return;
    }
    status.textContent = 'Checking …';
    try {
      const { checkFiles } = await import('./check-files.ts');
      const html = await checkFiles(files, root);
      if (turn !== latest) return;
      result.innerHTML = html;
      status.textContent = `Checked ${files.length === 1 ? (files[0]?.path ?? '') : `${files.length} files`}.`;
    } catch {
      if (turn === latest)
        status.textContent = 'What is needed for checking could not be fetched. Try again.';
    }
  };

  const pasted = (): GivenFile[] =>
    text.value.trim() === '' ? [] : [{ path: 'pasted.wit', bytes: new TextEncoder().encode(text.value) }];

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(pasted());
  });
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type=file]'))
    input.addEventListener('change', async () => {
      await show(
        await contents([...(input.files ?? [])].map((file) => [file.webkitRelativePath || file.name, file])),
      );
      input.value = '';
    });

  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('is-over');
  });
  form.addEventListener('dragleave', () => form.classList.remove('is-over'));
  form.addEventListener('drop', async (event) => {
    event.preventDefault();
    form.classList.remove('is-over');
    const entries = [...(event.dataTransfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
    show(await contents((await Promise.all(entries.map(filesOf))).flat()));
  });

  form.querySelector('[data-check-link]')?.addEventListener('click', async () => {
    const packed = await packText(text.value);
    if (text.value.trim() === '' || packed.length > LONGEST_LINK) {
      status.textContent =
        packed.length > LONGEST_LINK
          ? 'This is too long for a link.'
          : 'Only pasted WIT can be put into a link.';
      return;
    }
    history.replaceState(null, '', `#wit=${packed}`);
    await navigator.clipboard.writeText(location.href).catch(() => {});
    status.textContent = 'The address of this page now holds the WIT; it was copied where that is allowed.';
  });

  const open = async () => {
    const packed = new URLSearchParams(location.hash.slice(1)).get('wit');
    if (packed === null) return;
    const unpacked = await unpackText(packed).catch(() => undefined);
    if (unpacked === undefined)
      status.textContent = 'The link is damaged, or holds more than 1 MB: nothing was read from it.';
    else {
      text.value = unpacked;
      await show(pasted());
    }
  };
  window.addEventListener('hashchange', open);
  open();
}

/** The files that are WIT or WebAssembly; all of them when none is. */
async function contents(files: readonly (readonly [path: string, file: File])[]): Promise<GivenFile[]> {
  const known = files.filter(([path]) => /\.(wit|wasm)$/.test(path));
  return Promise.all(
    (known.length > 0 ? known : files).map(async ([path, file]) => ({
      path,
      bytes: file.size > LARGEST ? new Uint8Array(LARGEST + 1) : new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

/** A dropped file, or every file of a dropped folder. */
async function filesOf(entry: FileSystemEntry): Promise<(readonly [path: string, file: File])[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) return [[path, await new Promise<File>((done, fail) => entry.file(done, fail))]];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: FileSystemEntry[] = [];
  // A reader gives at most a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(filesOf))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
