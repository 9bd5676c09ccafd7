import type { ProgrammeCasePage, ProgrammeCommandInfo } from '@zhanggui/contract'
import { Pagination } from 'antd'
import { useState } from 'react'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { CASES_A_PAGE, useCases } from '../use-programmes.ts'
import { CaseDrawer } from './case-drawer.tsx'
import { CaseTable } from './case-table.tsx'
import { CaseTools } from './case-tools.tsx'
import { CommandDialog } from './command-dialog.tsx'
import type { ProgrammeProps } from './programme-view.tsx'
import { strings } from './strings.ts'

const HEIGHT = 260

/** Every case, the last that moved first; a click opens it. New ones are entered here too. */
export function CasesPanel(props: ProgrammeProps) {
  const { at, kind } = props
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const page = Math.max(1, Number(get('page')) || 1)
  const query = useCases(at, { status: get('status'), q: get('q'), page })
  const [command, play] = useState<ProgrammeCommandInfo | null>(null)
  const opened = query.data?.cases.find(({ id }) => id === get('case'))
  return (
    <>
      <CaseTools {...props} onPlay={play} />
      <Panel<ProgrammeCasePage>
        title={t.casesTab}
        query={query}
        height={HEIGHT}
        isEmpty={({ total }) => total === 0}
        empty={<EmptyState title={t.noCases} text={t.noCasesText} />}
      >
        {({ cases, total }) => (
          <>
            <CaseTable cases={cases} kind={kind} onOpen={({ id }) => set({ case: id })} />
            <Pagination
              size="small"
              align="end"
              current={page}
              pageSize={CASES_A_PAGE}
              total={total}
              hideOnSinglePage
              showSizeChanger={false}
              onChange={(next) => set({ page: next === 1 ? null : String(next) })}
            />
          </>
        )}
      </Panel>
      {command && <CommandDialog at={at} kind={kind} command={command} onClose={() => play(null)} />}
      {opened && <CaseDrawer {...props} one={opened} onClose={() => set({ case: null })} />}
    </>
  )
}
