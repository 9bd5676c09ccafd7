import type { GameSettings } from '@zhanggui/contract'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { NameIdFields } from '../name-id-fields.tsx'
import { GAME_KINDS, gameStart } from './game-starts.ts'
import { Rehearsal } from './rehearsal.tsx'
import { SettingFields } from './setting-fields.tsx'
import { strings } from './strings.ts'
import { useCreateGame } from './use-games.ts'

type Values = { name: string; id: string }

/** Kind first; its settings start from sound ones. What the server refuses is said with every reason. */
export function NewGameDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings)
  const create = useCreateGame(useStoreId())
  const [now] = useState(() => Date.now())
  const [settings, setSettings] = useState<GameSettings>(() => gameStart('groupBuy', now))
  return (
    <DialogForm<Values>
      title={t.create}
      open
      submitText={t.submit}
      pending={create.isPending}
      error={create.error}
      onSubmit={(values) => create.mutate({ ...values, settings }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item label={t.kind} htmlFor="game-kind">
        <Select
          id="game-kind"
          value={settings.game}
          options={GAME_KINDS.map((value) => ({ value, label: t[value] }))}
          onChange={(game: GameSettings['game']) => setSettings(gameStart(game, now))}
        />
      </Form.Item>
      <NameIdFields words={t} isFirst />
      <SettingFields settings={settings} onChange={setSettings} />
      {settings.game === 'sharePacket' && <Rehearsal settings={settings} />}
    </DialogForm>
  )
}
