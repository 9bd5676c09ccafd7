import type { ProgrammeCase, ProgrammeCommandInfo } from '@zhanggui/contract'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { nameOf, useLanguage } from '../../../../locale/strings.ts'
import stack from '../../../../parts/stack.module.css'
import { CommandDialog } from './command-dialog.tsx'
import { FactList } from './fact-list.tsx'
import styles from './one.module.css'
import type { ProgrammeProps } from './programme-view.tsx'

/** One case: its facts, and what can be done with it. */
export function CaseDrawer({ at, kind, one, onClose }: ProgrammeProps & { one: ProgrammeCase; onClose: () => void }) {
  const language = useLanguage()
  const mayWrite = usePermissions().includes('plan:write')
  const [command, play] = useState<ProgrammeCommandInfo | null>(null)
  const status = kind.statuses.find(({ id }) => id === one.status)
  // What its state does not allow is not offered; whatever else stands in the way the server says with the reason.
  const possible = kind.commands.filter(
    ({ opens, when }) => opens !== 'none' && opens !== 'new' && (when?.includes(one.status) ?? true),
  )
  return (
    <Drawer open size={480} title={`${one.id} · ${status ? nameOf(status, language) : one.status}`} onClose={onClose}>
      <div className={stack.stack}>
        {mayWrite && (
          <div className={styles.tools}>
            {possible.map((item) => (
              <Button key={item.id} onClick={() => play(item)}>
                {nameOf(item, language)}
              </Button>
            ))}
          </div>
        )}
        <FactList facts={one.facts} />
      </div>
      {command && <CommandDialog at={at} kind={kind} command={command} caseId={one.id} onClose={() => play(null)} />}
    </Drawer>
  )
}
