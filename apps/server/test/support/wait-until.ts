import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Asks every 50 ms until `ready` is true; patient, because test machines are busy.
 * Errors: throws, naming `what`, when `timeoutMs` have passed.
 */
export async function waitUntil(what: string, ready: () => Promise<boolean>, timeoutMs = 90_000): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!(await ready())) {
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`)
    await sleep(50)
  }
}
