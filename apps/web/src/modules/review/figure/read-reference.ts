import { DocumentReference } from '@zhanggui/contract'

/** What a file's link says stands behind a figure; null where the address was cut short or written by hand. */
export function readReference(text: string | null): DocumentReference | null {
  try {
    return DocumentReference.safeParse(JSON.parse(text ?? '')).data ?? null
  } catch {
    return null
  }
}
