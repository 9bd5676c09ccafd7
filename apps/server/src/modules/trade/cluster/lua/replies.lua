-- The same id is answered the same, as long as answers are kept; what is older than that is not run at all.

-- Answers that leave no trace: the same request may come again and be answered otherwise.
local UNDECIDED = {
  kind_unknown = true, busy = true, too_old = true, from_future = true, id_reused = true, core_full = true,
  not_open_yet = true, trying = true, ticket_missing = true, ticket_waiting = true, verification_needed = true,
}

local function recall(shard, request)
  local packed = redis.call('HGET', shard.replies, request.id)
  if not packed then return nil end
  local known = cmsgpack.unpack(packed)
  if known.content ~= request.content then return { code = 'id_reused' } end
  known.answer.repeated = true
  -- Written, however little: who waits for replicas waits for all before it, also for an answer that another server was given.
  redis.call('HINCRBY', shard.homes, 'repeats', 1)
  return known.answer
end

local function remember(shard, request, answer)
  if UNDECIDED[answer.code] then return answer end
  redis.call('HSET', shard.replies, request.id, cmsgpack.pack({ content = request.content, answer = answer }))
  set_due(shard, 'r' .. request.id, shard.now + request.retentionMs + request.skewMs)
  return answer
end

local function untimely(shard, request)
  if request.issuedAt < shard.now - request.retentionMs then return { code = 'too_old' } end
  if request.issuedAt > shard.now + request.skewMs then return { code = 'from_future' } end
  return nil
end
