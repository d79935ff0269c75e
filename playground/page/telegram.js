/** Connects to the simulated Telegram as a client: receives its states and sends what people do. */
export function connectTelegram(url, { onState, onLost }) {
  const stream = new EventSource(`${url}/sim/events`);
  stream.addEventListener('change', (event) => onState(JSON.parse(event.data)));
  stream.addEventListener('error', onLost);

  const post = async (path, body) => {
    const response = await fetch(`${url}/sim/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error ?? 'Something went wrong');
    return answer;
  };
  return {
    /** Performs an action as `userId`: start, say, press, open, leave, block, unblock, createChannel, addBot… */
    act: (userId, action, body = {}) => post(`users/${userId}/${action}`, body),
    /** The address of a file that was sent. */
    fileUrl: (fileId) => `${url}/sim/files/${fileId}`,
    /** Does what Telegram itself does with Stars: refund, chargeBack, loseNext… */
    stars: (act, body) => post('stars', { act, ...body }),
    fault: (fault) => post('faults', fault),
  };
}
