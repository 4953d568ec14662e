// A proxy on the loopback interface that adds a bearer token: the conformance suite has no flag for one. It passes everything on as it is, but where
// the suite names the proxy as host or origin, the server is told its own name; other names, such as those of an attack, stay.
import http from 'node:http';

const upstream = new URL(process.env.UPSTREAM);
const proxy = http.createServer((request, answer) => {
  const own = `localhost:${proxy.address().port}`;
  const headers = { ...request.headers, authorization: request.headers.authorization ?? `Bearer ${process.env.TOKEN}` };
  if (headers.host === own) headers.host = upstream.host;
  if (headers.origin === `http://${own}`) headers.origin = upstream.origin;
  const passed = http.request({ host: upstream.hostname, port: upstream.port, method: request.method, path: request.url, headers }, from => {
    answer.writeHead(from.statusCode, from.rawHeaders);
    from.pipe(answer);
    answer.on('close', () => from.destroy());
  });
  passed.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
  answer.on('close', () => passed.destroy());
  request.pipe(passed);
});
proxy.listen(0, 'localhost', () => console.log(proxy.address().port));
