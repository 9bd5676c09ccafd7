import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const APPS = join(import.meta.dirname, '../../../../..')
const SOURCES = ['server/src', 'cli/src'] as const

/** What opens a connection to somewhere: Node's clients, the mail client, `fetch`. */
const OPENS =
  /(?:from |import\()'nodemailer'|import\('node:(?:net|tls|https?|http2|dgram)'\)|import \{[^}]*\b(?:connect|request|Socket|Agent|get)\b[^}]*\} from 'node:(?:net|tls|https?|http2|dgram)'|(?<![.\w])fetch\(/

/** Who may, and where to. `platform`: through a connector of the list, and only while somebody switched it on. */
const MAY: Record<string, 'platform' | 'own'> = {
  'cli/src/commands/load/index.ts': 'own',
  'server/src/modules/live/channels/post-json.ts': 'platform',
  'server/src/modules/live/channels/smtp.ts': 'platform',
  'server/src/modules/trade/load/send-load.ts': 'own',
  'server/src/modules/trade/standby/front/front.ts': 'own',
  'server/src/modules/trade/standby/front/send-once.ts': 'own',
  'server/src/modules/trade/standby/mirror-follower.ts': 'own',
  'server/src/modules/trade/wire/wire-client.ts': 'own',
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name))

/** Type-only imports open nothing. */
const code = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/^import type .*$/gm, '')
    .replace(/\btype \w+,?/g, '')

test('[P16.12] nothing opens a connection but the senders of the list and the machinery between a shop’s own machines', () => {
  const opening = SOURCES.flatMap((source) => filesOf(join(APPS, source))).filter((file) => OPENS.test(code(file)))
  expect(opening.map((file) => relative(APPS, file)).sort()).toEqual(Object.keys(MAY).sort())
})
