import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { findChromium } from './find-chromium.ts'

const run = promisify(execFile)
const PRINT_MS = 60_000

/**
 * A page printed by the machine's own Chromium, which lays out Chinese text as the screen does. The page is a file without scripts
 * or links to elsewhere, so the browser fetches nothing. Errors: throws `pdf_unavailable` where no browser prints.
 */
export async function renderPdf({ settings, log }: Context, html: string): Promise<Uint8Array> {
  const browser = findChromium(settings.chromiumPath)
  if (!browser) throw new ApiFailure('pdf_unavailable')
  const scratch = join(settings.home, 'tmp')
  await mkdir(scratch, { recursive: true })
  const folder = await mkdtemp(join(scratch, 'print-'))
  try {
    const [page, out] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
    await writeFile(page, html)
    const quiet = [
      '--headless',
      '--disable-gpu',
      '--no-sandbox',
      '--no-first-run',
      '--disable-extensions',
      '--no-pdf-header-footer',
    ]
    await run(
      browser,
      [...quiet, `--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${out}`, `file://${page}`],
      {
        timeout: PRINT_MS,
      },
    )
    return new Uint8Array(await readFile(out))
  } catch (cause) {
    if (cause instanceof ApiFailure) throw cause
    log.error(
      { kind: cause instanceof Error ? cause.message.split('\n')[0] : typeof cause },
      'reports: printing failed',
    )
    throw new ApiFailure('pdf_unavailable', {}, { cause })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
