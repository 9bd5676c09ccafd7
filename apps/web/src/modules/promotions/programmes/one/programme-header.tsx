import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { PageHeader } from '../../../../parts/page-header.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import headerStyles from '../../design/designer-header.module.css'
import { ProgrammeState } from '../programme-state.tsx'
import { useCloseProgramme } from '../use-programmes.ts'
import { OpenDialog } from './open-dialog.tsx'
import type { ProgrammeProps } from './programme-view.tsx'
import { strings } from './strings.ts'

/** Name, state, and what can be done with the programme as a whole. */
export function ProgrammeHeader({ at, programme, kind }: ProgrammeProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const closing = useCloseProgramme(at)
  const [isAsking, ask] = useState(false)
  const lead = (
    <span className={headerStyles.lead}>
      <ProgrammeState state={programme.state} />
      <span>{nameOf(kind, language)}</span>
      <Link className={headerStyles.back ?? ''} to={`/stores/${at.store}/promotions/programmes`}>
        {t.back}
      </Link>
    </span>
  )
  return (
    <>
      <PageHeader
        title={programme.name}
        lead={lead}
        actions={<Actions state={programme.state} onAsk={() => ask(true)} onClose={() => closing.mutateAsync()} />}
      />
      {closing.error && <Problem compact error={closing.error} />}
      {isAsking && <OpenDialog at={at} onClose={() => ask(false)} />}
    </>
  )
}

type ActionProps = {
  state: ProgrammeProps['programme']['state']
  onAsk: () => void
  onClose: () => Promise<unknown>
}

function Actions({ state, onAsk, onClose }: ActionProps) {
  const t = useStrings(strings)
  const { modal } = App.useApp()
  if (!usePermissions().includes('plan:write') || state === 'closed') return null
  const confirm = () => void modal.confirm({ title: t.closeAsk, content: t.closeHelp, okText: t.close, onOk: onClose })
  return (
    <>
      <Button onClick={confirm}>{t.close}</Button>
      {state !== 'open' && (
        <Button type="primary" disabled={state === 'waiting'} onClick={onAsk}>
          {t.ask}
        </Button>
      )}
    </>
  )
}
