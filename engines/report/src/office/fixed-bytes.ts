import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Every entry has this time: the writers would put the moment of writing there. Local by form, so the same in every zone. */
const ENTRY_TIME = '1980-01-01T12:00:00'

type Files = Record<string, Uint8Array>

const isXml = (name: string): boolean => /\.(?:xml|rels)$/.test(name)

/** Parts that the slide writer numbers on through all documents of a process: `chart7.xml` of the second deck. */
const NUMBERED = [/^(.*\/charts\/chart)(\d+)(\.xml)$/, /^(.*\/embeddings\/Microsoft_Excel_Worksheet)(\d+)(\.xlsx)$/]

/** Old name → name counted from 1 within the document. Names without folder, as relations and types write them. */
function renumbered(names: readonly string[]): Map<string, string> {
  const renames = new Map<string, string>()
  for (const pattern of NUMBERED) {
    const found = names.flatMap((name) => {
      const [, before, number, after] = pattern.exec(name) ?? []
      return before && number && after ? [{ name, before, number: Number(number), after }] : []
    })
    found.sort((a, b) => a.number - b.number)
    for (const [i, { name, before, after }] of found.entries())
      renames.set(base(name), base(`${before}${i + 1}${after}`))
  }
  return renames
}

const base = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

/** All names at once: one after the other, chart2 → chart1 would then meet chart1 → … again. */
function renameIn(text: string, renames: ReadonlyMap<string, string>): string {
  if (renames.size === 0) return text
  return text.replace(/(?:chart|Microsoft_Excel_Worksheet)\d+\.(?:xml|xlsx)/g, (name) => renames.get(name) ?? name)
}

const stamped = (text: string, at: string): string =>
  text.replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:)/g,
    (_, open, _kind, close) => `${open}${at}${close}`,
  )

function fixed(files: Files, at: string): Files {
  const names = Object.keys(files).filter((name) => !name.endsWith('/'))
  const renames = renumbered(names)
  const out: Files = {}
  for (const name of names.sort()) {
    const bytes = files[name] ?? new Uint8Array()
    const to = renameIn(name, renames)
    if (isXml(name)) out[to] = strToU8(stamped(renameIn(strFromU8(bytes), renames), at))
    else if (name.endsWith('.xlsx')) out[to] = fixedBytes(bytes, at)
    else out[to] = bytes
  }
  return out
}

/** The parts of an office file. */
export const officeParts = (bytes: Uint8Array): Files => unzipSync(bytes)

/** Parts as an office file, content types first, as readers expect. */
export function officeFile(files: Files): Uint8Array {
  const first = '[Content_Types].xml'
  const rest = Object.keys(files).filter((name) => name !== first)
  const ordered = Object.fromEntries(
    [first, ...rest.sort()].flatMap((name) => (files[name] ? [[name, files[name]]] : [])),
  )
  return zipSync(ordered as Files, { level: 6, mtime: ENTRY_TIME })
}

/**
 * An office file without the moment and the counters of its writing: the same content gives the same bytes.
 * `at` is the instant that the file says it was made.
 */
export const fixedBytes = (bytes: Uint8Array, at: string): Uint8Array => officeFile(fixed(officeParts(bytes), at))
