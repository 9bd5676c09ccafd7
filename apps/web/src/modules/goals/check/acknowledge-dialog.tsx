import type { CheckedFinding } from '@zhanggui/contract'
import { useStrings } from '../../../locale/strings.ts'
import { NoteDialog } from '../plans/note-dialog.tsx'
import type { PlanAt } from '../plans/use-plans.ts'
import { checkStrings } from './strings.ts'
import { useAcknowledge } from './use-findings.ts'

type Props = { at: PlanAt; finding: CheckedFinding; onClose: () => void }

/** Lets a warning or note stand; nobody may do so without a reason. */
export function AcknowledgeDialog({ at, finding, onClose }: Props) {
  const t = useStrings(checkStrings)
  const acknowledge = useAcknowledge(at)
  return (
    <NoteDialog
      title={t.acknowledge}
      label={t.reason}
      help={t.acknowledgeHelp}
      required
      mutation={acknowledge}
      onSubmit={(reason) => acknowledge.mutate({ key: finding.key, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
