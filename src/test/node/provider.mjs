// What a client application brings to the SDK's OAuth: a pre-registered client id, a place to keep tokens, and a browser.
// The "browser" is the test: the authorization URL goes to standard output, the callback comes to a real loopback listener.
import http from 'node:http';

export class Callback {
    constructor() {
        this.arrived = new Promise((resolve) => { this.resolve = resolve; });
    }

    async listen() {
        this.server = http.createServer((request, response) => {
            const url = new URL(request.url, 'http://127.0.0.1');
            response.end('Done. You may close this window.');
            if (url.pathname === '/oauth/callback') {
                this.resolve(url.searchParams);
            }
        });
        await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
        this.url = `http://127.0.0.1:${this.server.address().port}/oauth/callback`;
    }

    close() {
        this.server.close();
        this.server.closeAllConnections();
    }
}

export class Provider {
    constructor(redirectUrl) {
        this.redirectUrl = redirectUrl;
    }

    get clientMetadata() {
        return { client_name: 'Client tests', redirect_uris: [this.redirectUrl], grant_types: ['authorization_code', 'refresh_token'],
            response_types: ['code'], token_endpoint_auth_method: 'none' };
    }

    state() {
        this.expectedState ??= crypto.randomUUID();
        return this.expectedState;
    }

    clientInformation() {
        return { client_id: 'inspector', ...this.stamp };
    }

    saveClientInformation(information) {
        this.stamp = information;
    }

    tokens() {
        return this.savedTokens;
    }

    saveTokens(tokens) {
        this.savedTokens = tokens;
    }

    redirectToAuthorization(url) {
        console.log(JSON.stringify({ authorize: url.toString() }));
    }

    saveCodeVerifier(verifier) {
        this.verifier = verifier;
    }

    codeVerifier() {
        return this.verifier;
    }
}
