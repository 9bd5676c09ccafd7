import type { Permission } from '@zhanggui/contract'
import { type ActOptions, actingCaller } from '../../act-as.ts'
import type { Bilingual } from '../../output/language.ts'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'

type Server = typeof import('@zhanggui/server')
type Context = Awaited<ReturnType<Server['openContext']>>
type Store = Awaited<ReturnType<Server['getStore']>>
type Caller = Parameters<Server['alerts']['createRule']>[1]

/** Opens the installation and says who acts in which shop. */
export function withAlerts<T>(
  shell: Shell,
  given: { store: string; options: ActOptions; permission: Permission },
  work: (context: Context, api: Server['alerts'], as: { caller: Caller; store: Store }) => Promise<T>,
): Promise<T> {
  const { store: id, options, permission } = given
  return withContext(shell, async (context, server) => {
    const store = await server.getStore(context, id)
    const caller = await actingCaller(shell, { context, server, store: store.id, options, permission })
    return work(context, server.alerts, { caller, store })
  })
}

const SEVERITIES: Readonly<Record<'info' | 'warning' | 'critical', Bilingual>> = {
  info: { zh: '提示', en: 'info' },
  warning: { zh: '警告', en: 'warning' },
  critical: { zh: '严重', en: 'critical' },
}

export const severityText = (shell: Shell, severity: keyof typeof SEVERITIES): string => shell.say(SEVERITIES[severity])
