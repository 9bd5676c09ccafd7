import { readFile } from 'node:fs/promises'

const PAGE_BYTES = 4096

/** Resident memory of a process in MB, by the kernel; null where the system does not say. */
export async function memoryMb(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => null)
  const pages = Number(text?.split(' ')[1])
  return Number.isFinite(pages) ? (pages * PAGE_BYTES) / 1e6 : null
}
