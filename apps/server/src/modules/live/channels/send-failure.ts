/** Why a message did not go out, in words that name no secret. `isFinal`: sending it again would change nothing. */
export class SendFailure extends Error {
  override readonly name = 'SendFailure'
  readonly messageEn: string
  readonly isFinal: boolean
  constructor(zh: string, en: string, { isFinal = false, cause }: { isFinal?: boolean; cause?: unknown } = {}) {
    super(zh, { cause })
    this.messageEn = en
    this.isFinal = isFinal
  }
}
