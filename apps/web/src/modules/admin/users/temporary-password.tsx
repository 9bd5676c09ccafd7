import { useStrings } from '../../../locale/strings.ts'
import { OneTimeSecret } from '../one-time-secret.tsx'
import { strings } from './strings.ts'

type Props = { person: { name: string; email: string }; password: string; onClose: () => void }

export function TemporaryPassword({ person, password, onClose }: Props) {
  const t = useStrings(strings)
  return (
    <OneTimeSecret title={t.temporaryPassword(person.name)} label={person.email} secret={password} onClose={onClose}>
      <p>{t.temporaryPasswordText}</p>
    </OneTimeSecret>
  )
}
