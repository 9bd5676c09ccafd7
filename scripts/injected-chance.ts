import { type SourceFile, withoutComments } from './dependency-direction.ts'

/** What makes a decision come out otherwise on another day or at another try. */
const SOURCES = [
  { what: 'the wall clock', pattern: /\bDate\s*\.\s*now\b|\bnew Date\(\s*\)/ },
  { what: 'randomness without a seed', pattern: /\bMath\s*\.\s*random\b/ },
  { what: 'randomness of the system', pattern: /\b(?:randomBytes|randomInt|getRandomValues)\b/ },
] as const

/**
 * Where they come from, by file, with the reason. Everything else is given a clock, a seed or the value itself. A name made by
 * `randomUUID` decides nothing and may be made anywhere but in an engine.
 */
export const COMPOSITION_ROOTS: Readonly<Record<string, string>> = {
  'apps/server/src/system-clock.ts': 'the clock that everything in the server is handed',
  'apps/server/src/modules/trade/core/core-thread.ts':
    'the clock of a thread; each decision is journalled with its time',
  'apps/server/src/modules/trade/core/core-folder.ts': 'a new core draws its seed, which stands in its folder',
  'apps/server/src/modules/trade/new-command-id.ts': 'names of commands',
  'apps/server/src/modules/trade/standby/site-keeper.ts': 'a secret',
  'apps/server/src/modules/admin/identity/temporary-password.ts': 'a secret',
  'apps/server/src/modules/admin/event-keys.ts': 'a secret',
  'apps/server/src/modules/admin/people/detach-rows.ts': 'a key that nobody may have afterwards',
  'apps/server/src/modules/live/channels/seal-secrets.ts': 'a nonce',
  'apps/server/src/modules/promotions/coupons/codes.ts': 'codes that nobody may guess',
  'apps/server/src/modules/risk/checks/one-time-code.ts': 'codes that nobody may guess',
  'apps/server/src/storage/secrets.ts': 'the secret of an installation',
  'apps/cli/src/commands/load/index.ts': 'the shell hands the clock over',
  'apps/cli/src/commands/promotions/price.ts': 'the shell says what day it is when the person does not',
  'apps/cli/src/commands/calendar.ts': 'the shell says what day it is when the person does not',
}

/** Imports name what code then uses; a use is what counts. */
const withoutImports = (text: string): string => text.replace(/^import\b[^;]*?from\s*['"][^'"]+['"]$/gm, '')

/** What a source file takes from the clock or from chance by itself. Shape: one line each. */
export const chanceIn = ({ path, text }: SourceFile): string[] => {
  const code = withoutImports(withoutComments(text))
  return SOURCES.filter(({ pattern }) => pattern.test(code)).map(({ what }) => `${path} reads ${what}`)
}
