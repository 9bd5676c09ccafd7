import type { AdmissionOptions } from '../state/options.ts'

/** Options as text in words, filled up with spaces: a journal and a snapshot say for which core they were written. */
export function optionsToWords(options: AdmissionOptions): Int32Array {
  const text = JSON.stringify(Object.fromEntries(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))))
  const bytes = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 4) * 4, ' '))
  return new Int32Array(bytes.buffer, 0, bytes.length / 4)
}

/** Names of the options in which two cores differ; `undefined` where the words are none. */
export function optionsThatDiffer(words: Int32Array, options: AdmissionOptions): string[] | undefined {
  const text = new TextDecoder().decode(new Uint8Array(words.buffer, words.byteOffset, words.byteLength))
  let written: Record<string, unknown>
  try {
    written = JSON.parse(text)
  } catch {
    return undefined
  }
  return Object.entries(options).flatMap(([name, value]) => (written[name] === value ? [] : [name]))
}
