"""An ordinary Flask application that knows nothing of Sealwire. It prints its port before it serves."""

import sqlite3

from flask import Flask, jsonify
from werkzeug.serving import make_server

app = Flask(__name__)


@app.get("/orders/<order>")
def show(order):
    database = sqlite3.connect(":memory:")
    cursor = database.cursor()
    cursor.execute("create table orders (id text)")
    cursor.execute("insert into orders values (?)", (order,))
    cursor.execute("select id from orders")
    rows = cursor.fetchall()
    database.close()
    return jsonify(order=rows[0][0])


if __name__ == "__main__":
    server = make_server("127.0.0.1", 0, app)
    print(f"listening {server.server_port}", flush=True)
    server.serve_forever()
